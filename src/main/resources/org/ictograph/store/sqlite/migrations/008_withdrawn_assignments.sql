-- The tables stay as they are. From here on an assignment may be withdrawn, and the log says so in a word that earlier programs
-- do not know: they are to say that the file was made by a newer one.
SELECT 1;
