CREATE TABLE `figure_correction` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`path` text NOT NULL,
	`value` text NOT NULL,
	`source` text NOT NULL,
	`reason` text NOT NULL,
	`created_by` text NOT NULL,
	`at` integer NOT NULL,
	`ended_by` text,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `figure_correction_call` ON `figure_correction` (`call_id`,`ended_at`);