package dev.storetwin.platform;

import java.time.Duration;

/**
 * How often and how carefully a platform is asked.
 *
 * @param every         between two readings of what changed
 * @param wholeEvery    between two readings of everything, which alone tell what is gone
 * @param margin        how far each reading goes back behind the last one: more than clocks differ, and more than a list lags behind
 * @param webhookGrace  how long a webhook may take; what is younger was not missed
 * @param pagesPerRun   after so many pages of one list a run stops, and the next one goes on
 * @param tries         so often in a row a page may fail before its reading is given up
 * @param firstWait     after the first failure; doubled with each further one, up to {@code every}
 * @param vanishingMost share of known things that may be gone at once; when it is more nothing is removed
 * @param vanishingFew  so many may be gone whatever share they are, as long as the list is not empty
 */
public record ReconciliationPlan(
        Duration every,
        Duration wholeEvery,
        Duration margin,
        Duration webhookGrace,
        int pagesPerRun,
        int tries,
        Duration firstWait,
        double vanishingMost,
        int vanishingFew) {

    private static final Duration LONGEST = Duration.ofDays(366);

    public static final ReconciliationPlan USUAL = new ReconciliationPlan(
            Duration.ofMinutes(15),
            Duration.ofDays(1),
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            1_000,
            8,
            Duration.ofSeconds(5),
            .05,
            3);

    private static final int MOST_TRIES = 1_000;
    private static final int MOST_PAGES = 10_000_000;

    public ReconciliationPlan {
        if (tries > MOST_TRIES || pagesPerRun > MOST_PAGES) {
            throw new IllegalArgumentException("""
                    tries (%d) must not be above %d and pagesPerRun (%d) not above %d.
                    Maybe the two are swapped.""".formatted(tries, MOST_TRIES, pagesPerRun, MOST_PAGES));
        }
        check(every, "every");
        check(wholeEvery, "wholeEvery");
        check(firstWait, "firstWait");
        if (margin.isNegative() || webhookGrace.isNegative()) {
            throw new IllegalArgumentException(
                    "margin (%s) and webhookGrace (%s) must not be negative.\nMaybe two moments were swapped."
                            .formatted(margin, webhookGrace));
        }
        if (pagesPerRun < 1 || tries < 1 || vanishingFew < 0 || !(vanishingMost >= 0 && vanishingMost <= 1)) {
            throw new IllegalArgumentException("""
                    pagesPerRun (%d) and tries (%d) must be positive, vanishingFew (%d) not negative, vanishingMost (%s) between 0 and 1.
                    Maybe a share was given in per cent.""".formatted(pagesPerRun, tries, vanishingFew, vanishingMost));
        }
    }

    private static void check(Duration span, String name) {
        if (span.isNegative() || span.isZero()) {
            throw new IllegalArgumentException(
                    "%s must be positive, not %s.\nMaybe its unit is missing.".formatted(name, span));
        }
        if (span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "%s must not be above %d days, not %s.\nMaybe seconds were given as days."
                            .formatted(name, LONGEST.toDays(), span));
        }
    }

    public ReconciliationPlan withEvery(Duration changes, Duration whole) {
        return new ReconciliationPlan(
                changes, whole, margin, webhookGrace, pagesPerRun, tries, firstWait, vanishingMost, vanishingFew);
    }

    public ReconciliationPlan withMargin(Duration back) {
        return new ReconciliationPlan(
                every, wholeEvery, back, webhookGrace, pagesPerRun, tries, firstWait, vanishingMost, vanishingFew);
    }

    public ReconciliationPlan withPagesPerRun(int most) {
        return new ReconciliationPlan(
                every, wholeEvery, margin, webhookGrace, most, tries, firstWait, vanishingMost, vanishingFew);
    }

    public ReconciliationPlan withTries(int most) {
        return new ReconciliationPlan(
                every, wholeEvery, margin, webhookGrace, pagesPerRun, most, firstWait, vanishingMost, vanishingFew);
    }

    /** How much may be gone at once: a share of what is known, or a few whatever share they are. */
    public ReconciliationPlan withVanishing(double most, int few) {
        return new ReconciliationPlan(
                every, wholeEvery, margin, webhookGrace, pagesPerRun, tries, firstWait, most, few);
    }

    /** How long to leave a platform alone after so many failures in a row before the last one. */
    public Duration waitAfter(int failures) {
        var doubled = firstWait.multipliedBy(1L << Math.min(failures, 20));
        return doubled.compareTo(every) < 0 ? doubled : every;
    }
}
