CREATE TABLE `document_aside` (
	`document_id` text NOT NULL,
	`part` text NOT NULL,
	`seq` integer NOT NULL,
	`reason` text NOT NULL,
	`author_id` text,
	`at` integer NOT NULL,
	`bytes` blob,
	`hash` blob,
	`found_at` integer NOT NULL,
	`settled_at` integer,
	PRIMARY KEY(`document_id`, `part`, `seq`),
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action
);
