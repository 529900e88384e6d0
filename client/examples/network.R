# Who is at odds with whom, from `stancectl matrix --format=graphml` (Debian: r-cran-igraph).
#
#     stancectl matrix --answers answers.jsonl --format=graphml > stances.graphml
#     Rscript network.R stances.graphml
suppressPackageStartupMessages(library(igraph))

graph <- read_graph(commandArgs(trailingOnly = TRUE)[1], format = "graphml")
targets <- V(graph)[role == "target"]
for (target in targets[order(-targets$stances)]) {
  edges <- incident(graph, target, mode = "in")
  holders <- tail_of(graph, edges)$name
  for_it <- sort(holders[edges$net > 0], method = "radix")
  against <- sort(holders[edges$net < 0], method = "radix")
  if (length(for_it) > 0 && length(against) > 0) {
    cat(V(graph)[target]$name, ": ", paste(for_it, collapse = ", "), " against ", paste(against, collapse = ", "), "\n", sep = "")
  }
}
