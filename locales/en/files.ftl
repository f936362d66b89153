# Files from elsewhere, and what is written out.

file-is-link = { $name } is a link to another file.
file-is-link-do = Choose the file itself. Links are not followed: a folder from someone else could point at a file of your own.
evidence-list-path = The list names the file “{ $file }” with a path.
evidence-list-path-do = Put the files into the folder that --folder names, and only their names into the list.
report-text-unsigned = “{ $text }” can't stand in the signature of a report: it is empty, begins or ends with a space, or holds characters that are not seen.
report-text-unsigned-do = Type the report number, or the name of the person who signs, again without them.
