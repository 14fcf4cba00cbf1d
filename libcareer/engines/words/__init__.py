"""Words to records: questions, titles and texts in the words of people."""
