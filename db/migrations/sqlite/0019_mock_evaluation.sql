CREATE TABLE `evaluation` (
	`round_id` text NOT NULL,
	`user_id` text NOT NULL,
	`mark` text NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	`submitted_at` integer,
	PRIMARY KEY(`round_id`, `user_id`),
	FOREIGN KEY (`round_id`) REFERENCES `evaluation_round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evaluation_user` ON `evaluation` (`user_id`);--> statement-breakpoint
CREATE TABLE `evaluation_round` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`number` integer NOT NULL,
	`version_id` text NOT NULL,
	`scale` text NOT NULL,
	`due_on` text NOT NULL,
	`is_anonymous` integer NOT NULL,
	`is_shared` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`completed_at` integer,
	`closed_at` integer,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evaluation_round_number` ON `evaluation_round` (`proposal_id`,`number`);--> statement-breakpoint
CREATE INDEX `evaluation_round_version` ON `evaluation_round` (`version_id`);--> statement-breakpoint
CREATE TABLE `evaluation_score` (
	`round_id` text NOT NULL,
	`user_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`points` integer,
	`comment` text NOT NULL,
	`strengths` text NOT NULL,
	`weaknesses` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`round_id`, `user_id`, `criterion_id`),
	FOREIGN KEY (`round_id`) REFERENCES `evaluation_round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evaluation_score_user` ON `evaluation_score` (`user_id`);