package dev.storetwin.drools;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far rules may go.
 *
 * @param packages  of the host, whose types rules may use beside the twin's own; subpackages included
 * @param fireLimit how many times rules may fire in one check; a runaway rule reaches it
 * @param deadline  a backstop, looked at between firings; a check that reaches it blocks and cannot be repeated bit for bit
 */
public record DroolsSettings(List<String> packages, int fireLimit, Duration deadline) {

    private static final DroolsSettings DEFAULTS = new DroolsSettings(List.of(), 1_000, Duration.ofMillis(500));

    public DroolsSettings {
        packages = List.copyOf(packages);
        if (fireLimit < 1 || deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("""
                    The fire limit (%d) and the deadline (%s) must be above zero.
                    Maybe a unit is wrong: the limit counts firings, the deadline is a duration.""".formatted(fireLimit, deadline));
        }
    }

    /** No package but the twin's own, 1,000 firings, half a second. */
    public static DroolsSettings defaults() {
        return DEFAULTS;
    }

    /** Lets rules use the types of one more package. They are trusted as they are: name only packages of plain facts. */
    public DroolsSettings allowing(String hostPackage) {
        var all = Stream.concat(packages.stream(), Stream.of(hostPackage)).toList();
        return new DroolsSettings(all, fireLimit, deadline);
    }

    public DroolsSettings withFireLimit(int firings) {
        return new DroolsSettings(packages, firings, deadline);
    }

    public DroolsSettings withDeadline(Duration duration) {
        return new DroolsSettings(packages, fireLimit, duration);
    }
}
