"""Questions across articles: what is compared, what was proposed, and how that stands."""
