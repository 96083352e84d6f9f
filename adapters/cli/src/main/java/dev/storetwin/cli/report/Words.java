package dev.storetwin.cli.report;

import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.guardrail.Severity;
import java.util.Locale;

/** How the report calls things. */
final class Words {

    private Words() {}

    static String status(DecisionStatus status) {
        return switch (status) {
            case ADVISED -> "advised";
            case UNGUARDED -> "advised, unguarded";
            case NEEDS_REVIEW -> "awaiting approval";
            case BLOCKED -> "blocked";
            case NO_ACTION -> "no action";
            case INSUFFICIENT_DATA -> "insufficient data";
            case FAILED -> "failed";
            case WITHHELD -> "withheld";
            case OVER_BUDGET -> "over budget";
        };
    }

    static String severity(Severity severity) {
        return switch (severity) {
            case ALLOWED -> "allowed";
            case ADJUSTED -> "adjusted";
            case NEEDS_REVIEW -> "needs review";
            case BLOCKED -> "blocked";
        };
    }

    /** A class of the style sheet, such as {@code needs-review}. */
    static String style(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Such as {@code 1 decision} and {@code 1,200 decisions}. */
    static String counted(long number, String one, String many) {
        return Figures.count(number) + " " + (number == 1 ? one : many);
    }

    /** With a true arrow. */
    static String action(String words) {
        return words.replace("->", "→");
    }
}
