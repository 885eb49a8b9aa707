ALTER TABLE `access_request` ADD `language` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `invitation` ADD `language` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `mail` SET `text` = '', `html` = NULL, `headers` = NULL WHERE `proposal_id` IS NOT NULL AND `delivery` <> 'mailbox';
