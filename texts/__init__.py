"""What is written, and who says it. Knows neither the search engine nor the screen."""
