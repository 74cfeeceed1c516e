"""Review across articles: annotators' project sets held against each other, and what gold takes of them."""
