"""Advertisements and resumes as lines: text, Markdown, HTML, JSON Resume, PDF and DOCX."""
