# What R's packages survey and sampling compute from frame.csv and results.csv: one line "name,value" for each number.
#
#   Rscript tests/r/estimates.R >tests/r/expected.csv
#
# tests/r/README.md says which function of R computes each name, and what is a formula here because R has no function.
suppressPackageStartupMessages({
  library(survey)
  library(sampling)
})
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)[1]))
frame <- read.csv(file.path(here, "frame.csv"), colClasses = c(ticket = "character"))
results <- read.csv(file.path(here, "results.csv"))
classes <- c("high", "elevated", "general", "low")
districts <- c("A", "B", "C")

say <- function(name, value) cat(sprintf("%s,%.15g\n", name, value), sep = "")
say_both <- function(name, statistic) {
  say(paste0(name, ".value"), as.numeric(coef(statistic)))
  say(paste0(name, ".se"), as.numeric(SE(statistic)))
}
cat("name,value\n")

# The answers of a task with their design: N and the number of answers in each stratum.
answers <- function(task) {
  known <- results[results$task == task & results$outcome %in% c("clear", "violation", "closed"), ]
  known <- merge(known, frame[frame$task == task, c("id", "stratum", "district", "take", "frame_size")], by = "id")
  known$active <- as.numeric(known$outcome != "closed")
  known$violation <- as.numeric(known$outcome == "violation")
  known$fine[known$active == 0] <- 0
  known$devices[known$active == 0] <- 0
  known$m <- as.numeric(table(known$stratum)[known$stratum])
  known
}
design_of <- function(known) {
  svydesign(ids = ~1, strata = ~stratum, fpc = ~frame_size, data = known)
}
# Degrees of freedom: answers minus strata, of the strata that were not visited in full.
freedom <- function(known) {
  open <- known[known$m < known$frame_size, ]
  nrow(open) - length(unique(open$stratum))
}

# J1: everybody answered.
one <- answers("J1")
design <- design_of(one)
total <- svytotal(~fine, design, deff = TRUE)
say_both("total", total)
say("total.deff", as.numeric(deff(total)))
ends <- confint(total, level = 0.95, df = freedom(one))
say("total.low", ends[1])
say("total.high", ends[2])
ends <- confint(total, level = 0.9, df = freedom(one))
say("total90.low", ends[1])
say("total90.high", ends[2])
mean_fine <- svymean(~fine, design, deff = TRUE)
say_both("mean", mean_fine)
say("mean.deff", as.numeric(deff(mean_fine)))
say_both("rate", svymean(~violation, design))
say_both("count", svytotal(~violation, design))
say_both("ratio", svyratio(~fine, ~devices, design))
for (name in classes) {
  part <- subset(design, stratum == name)
  say_both(paste0("class.total.", name), svytotal(~fine, part))
  say_both(paste0("class.rate.", name), svymean(~violation, part))
}
for (name in districts) {
  part <- subset(design, district == name)
  size <- sum(frame$task == "J1" & frame$district == name)
  say_both(paste0("district.total.", name), svytotal(~fine, part))
  say_both(paste0("district.mean.", name), svymean(~fine, part))
  say_both(paste0("district.ratio.", name), svyratio(~fine, ~devices, part))
  # Hájek's total: the mean of the sample times the known number of entities.
  say(paste0("district.hajek.", name, ".value"), size * as.numeric(coef(svymean(~fine, part))))
  say(paste0("district.hajek.", name, ".se"), size * as.numeric(SE(svymean(~fine, part))))
  # The mean with the known number of entities as denominator.
  say(paste0("district.ht.", name, ".value"), as.numeric(coef(svytotal(~fine, part))) / size)
  say(paste0("district.ht.", name, ".se"), as.numeric(SE(svytotal(~fine, part))) / size)
}

# Post-stratified by district. postStratify centres with unweighted means, calibrate with weighted ones, as linearisation
# does, so the errors are those of calibrate. The values are the same.
sizes <- table(frame$district[frame$task == "J1"])
post <- postStratify(design, ~district, data.frame(district = names(sizes), Freq = as.numeric(sizes)))
say("post.total.value", as.numeric(coef(svytotal(~fine, post))))
say("post.mean.value", as.numeric(coef(svymean(~fine, post))))
weighted <- calibrate(design, ~ district - 1, setNames(as.numeric(sizes), paste0("district", names(sizes))))
say("post.total.se", as.numeric(SE(svytotal(~fine, weighted))))
say("post.mean.se", as.numeric(SE(svymean(~fine, weighted))))
say("post.ratio.se", as.numeric(SE(svyratio(~fine, ~devices, weighted))))

# The package sampling: Horvitz-Thompson, Hájek, and the variance from the matrix of joint probabilities.
one <- one[order(match(one$stratum, classes), one$id), ]
pik <- one$take / one$frame_size
say("sampling.ht", as.numeric(HTestimator(one$fine, pik)))
say("sampling.hajek", as.numeric(Hajekestimator(one$fine, pik, N = sum(1 / pik), type = "total") / sum(1 / pik)))
joint <- pik %o% pik
for (name in classes) {
  of <- which(one$stratum == name)
  n <- one$take[of[1]]
  size <- one$frame_size[of[1]]
  joint[of, of] <- n * (n - 1) / (size * (size - 1))
}
diag(joint) <- pik
say("sampling.ht.variance", as.numeric(varHT(one$fine, joint, method = 1)))
# With equal probabilities the design of maximum entropy is simple random sampling: its joint probability.
for (pair in list(c(5, 2), c(12, 12), c(20, 7), c(40, 39))) {
  matrix <- if (pair[1] == pair[2]) matrix(1, pair[1], pair[1]) else UPmaxentropypi2(rep(pair[2] / pair[1], pair[1]))
  say(sprintf("joint.%d.%d", pair[1], pair[2]), matrix[1, 2])
}

# N1 visited the same entities as J1, so their difference is one of pairs.
other <- answers("N1")
pairs <- merge(one, other[, c("id", "fine", "violation")], by = "id", suffixes = c("", ".other"))
both <- design_of(pairs)
say_both("difference", svycontrast(svymean(~ fine + fine.other, both), c(1, -1)))
say_both("difference.rate", svycontrast(svymean(~ violation + violation.other, both), c(1, -1)))
# N2 has its own tickets.
two <- answers("N2")
part <- subset(design_of(two), active == 1)
independent <- svymean(~fine, design)
say("independent.value", as.numeric(coef(independent) - coef(svymean(~fine, part))))
say("independent.se", as.numeric(sqrt(vcov(independent) + vcov(svymean(~fine, part)))))

# N2: closed entities are not in the domain of active ones. Entities without an answer are treated as not drawn.
say_both("missing.rate", svymean(~violation, part))
say_both("missing.mean", svymean(~fine, part))
say_both("missing.total", svytotal(~fine, part))
say_both("missing.ratio", svyratio(~fine, ~devices, part))
ends <- confint(svymean(~fine, part), df = freedom(two))
say("missing.mean.low", ends[1])
say("missing.mean.high", ends[2])
for (name in classes) {
  say_both(paste0("missing.class.", name), svymean(~violation, subset(part, stratum == name)))
}

# Exact intervals: every number of cases in the frame is tried with phyper.
exact <- function(found, size, take, level) {
  half <- (1 - level) / 2
  cases <- found:(size - take + found)
  upper <- 1 - phyper(found - 1, cases, size - cases, take)
  lower <- phyper(found, cases, size - cases, take)
  c(min(cases[upper > half]), max(cases[lower > half]))
}
for (of in list(c(60, 24, 5), c(60, 24, 0), c(250, 50, 50), c(700, 35, 3), c(12, 11, 4), c(100000, 300, 17))) {
  ends <- exact(of[3], of[1], of[2], 0.95)
  say(sprintf("exact.%d.%d.%d.low", of[1], of[2], of[3]), ends[1])
  say(sprintf("exact.%d.%d.%d.high", of[1], of[2], of[3]), ends[2])
}
# The least sample size that finds one of k entities.
for (of in list(c(100, 5), c(700, 7), c(12, 1), c(50000, 25))) {
  chances <- 1 - phyper(0, of[2], of[1] - of[2], 1:of[1])
  say(sprintf("find.%d.%d.take", of[1], of[2]), min(which(chances >= 0.95)))
  say(sprintf("find.%d.%d.half", of[1], of[2]), chances[of[1] / 2])
}
