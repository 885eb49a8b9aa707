ALTER TABLE `comment` ADD `file_author` text;--> statement-breakpoint
ALTER TABLE `comment` ADD `file_at` integer;