ALTER TABLE `notice_settings` ADD `follows_device` integer DEFAULT true NOT NULL;--> statement-breakpoint
UPDATE `notice_settings` SET `follows_device` = 0 WHERE `time_zone` <> 'Europe/Brussels';
