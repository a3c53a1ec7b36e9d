-- 0013-placeholder: nothing. It holds the place of the migration of that number, which another branch brings.
SELECT 1;
