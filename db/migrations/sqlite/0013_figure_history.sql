CREATE TABLE `figure_change` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`cell` text NOT NULL,
	`actor_id` text NOT NULL,
	`organisation_id` text,
	`at` integer NOT NULL,
	`before` integer,
	`after` integer,
	`overtaken` integer,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `figure_change_cell` ON `figure_change` (`proposal_id`,`cell`,`at`,`id`);--> statement-breakpoint
INSERT INTO `figure_change` SELECT `id`, `proposal_id`, `target`, `actor_id`, `organisation_id`, `at`, coalesce(json_extract(`data`, '$.old'), CASE WHEN json_extract(`data`, '$.overtaken') IS NOT NULL THEN json_extract(`data`, '$.new') END), json_extract(`data`, '$.new'), json_extract(`data`, '$.overtaken') FROM `timeline` WHERE `kind` = 'budget' AND `actor_id` IN (SELECT `id` FROM `user`);
