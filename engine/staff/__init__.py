"""Who does the work: substitutes, jäv, giving out tasks, and what people are told of."""
