"""The Library Support Staff Certification: eligibility, hours and competency sets."""
