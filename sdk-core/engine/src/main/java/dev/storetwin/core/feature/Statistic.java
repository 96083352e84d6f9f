package dev.storetwin.core.feature;

import dev.storetwin.feature.DailyWindow;

/** What one window of days comes to. */
enum Statistic {
    SUM("sum", "", "%s together, over the last %d whole days") {
        @Override
        double of(DailyWindow days) {
            return days.sum();
        }
    },
    MEAN("mean", "/day", "%s per day, over the last %d whole days") {
        @Override
        double of(DailyWindow days) {
            return days.mean();
        }
    },
    MAX("max", "/day", "%s on the highest of the last %d whole days") {
        @Override
        double of(DailyWindow days) {
            return days.max();
        }
    },
    MIN("min", "/day", "%s on the lowest of the last %d whole days") {
        @Override
        double of(DailyWindow days) {
            return days.min();
        }
    },
    DEVIATION("deviation", "/day", "Standard deviation from day to day of: %s, over the last %d whole days") {
        @Override
        double of(DailyWindow days) {
            return days.deviation();
        }
    },
    ACTIVE_MEAN("active_mean", "/day", "%s per day with any, over the last %d whole days; 0 when there is none") {
        @Override
        double of(DailyWindow days) {
            int active = days.activeDays();
            return active == 0 ? 0 : days.sum() / active;
        }
    },
    ACTIVE_SHARE("active_share", "share", "Share of days with any of: %s, of the last %d whole days") {
        @Override
        double of(DailyWindow days) {
            return days.activeDays() / (double) days.knownDays();
        }
    },
    SINCE_ACTIVE("days_since", "days", "Days since the last with any of: %s; one more than %d when there was none") {
        @Override
        double of(DailyWindow days) {
            return days.daysSinceActive();
        }
    },
    LONGEST_PAUSE("longest_pause", "days", "The longest row of days without any of: %s, in the last %d whole days") {
        @Override
        double of(DailyWindow days) {
            return days.longestPause();
        }
    },
    CHANGES("changes", "changes", "How often it changed from day to day: %s, in the last %d whole days") {
        @Override
        double of(DailyWindow days) {
            return days.changes();
        }
    };

    private final String word;
    private final String unit;
    private final String sentence;

    Statistic(String word, String unit, String sentence) {
        this.word = word;
        this.unit = unit;
        this.sentence = sentence;
    }

    /** Of a window of which at least one day is known. */
    abstract double of(DailyWindow days);

    /** As part of a feature's name. */
    String word() {
        return word;
    }

    /** Of the result, given that of the measure. */
    String unit(String measured) {
        return unit.isEmpty() || unit.startsWith("/") ? measured + unit : unit;
    }

    String meaning(String measure, int days) {
        return sentence.formatted(measure, days) + ".";
    }
}
