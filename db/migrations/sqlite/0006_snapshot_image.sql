ALTER TABLE `document_snapshot` ADD `image` blob;--> statement-breakpoint
ALTER TABLE `document_snapshot` ADD `image_hash` blob;