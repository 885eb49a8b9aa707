-- Three roles became six: a partner is an editor, a reviewer a commenter. In the timeline, too, which shows what was given.
UPDATE `member` SET `role` = CASE `role` WHEN 'partner' THEN 'editor' WHEN 'reviewer' THEN 'commenter' ELSE `role` END;
--> statement-breakpoint
UPDATE `invitation` SET `role` = CASE `role` WHEN 'partner' THEN 'editor' WHEN 'reviewer' THEN 'commenter' ELSE `role` END;
--> statement-breakpoint
UPDATE `timeline` SET `data` = replace(replace(`data`, '"role":"partner"', '"role":"editor"'), '"role":"reviewer"', '"role":"commenter"') WHERE `kind` = 'invitation';
--> statement-breakpoint
UPDATE `timeline` SET `data` = replace(replace(replace(replace(`data`, '"old":"partner"', '"old":"editor"'), '"old":"reviewer"', '"old":"commenter"'), '"new":"partner"', '"new":"editor"'), '"new":"reviewer"', '"new":"commenter"') WHERE `kind` = 'member';
