package dev.storetwin.feature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a number means and how it is made. It never changes: another content is another feature, and its {@link #hash()} says so.
 *
 * @param name              such as {@code sales_velocity_28d}: lower case, digits and underscores
 * @param version           counts up with every change of meaning, for people
 * @param grain             what it is about
 * @param unit              such as {@code units/day}
 * @param window            the days it looks at
 * @param freshness         how old a value may be before it counts as stale
 * @param availabilityDelay how long after it happened the shop reliably knows of what it counts; it looks at nothing younger
 * @param whenMissing       what stands in for a value that cannot be known
 * @param kernel            id of the computation
 * @param parameters        settings of the computation, by name
 * @param meaning           in one sentence
 */
public record FeatureDefinition(
        String name,
        int version,
        Grain grain,
        String unit,
        Window window,
        Duration freshness,
        Duration availabilityDelay,
        FeatureDefault whenMissing,
        String kernel,
        SortedMap<String, String> parameters,
        String meaning) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final int HASH_DIGITS = 16;

    public FeatureDefinition {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no name of a feature, expected lower case, digits and underscores.\nMaybe '%s' is meant."
                            .formatted(
                                    name,
                                    name.strip()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replaceAll("[^a-z0-9]+", "_")));
        }
        if (version < 1 || freshness.isNegative() || availabilityDelay.isNegative()) {
            throw new IllegalArgumentException(
                    "%s has version %d, freshness %s and delay %s, expected a version from 1 on and no negative time.\nMaybe a lag of the window is meant."
                            .formatted(name, version, freshness, availabilityDelay));
        }
    }

    /** For example {@code sales_velocity_28d/1}. */
    public String id() {
        return name + "/" + version;
    }

    /** The version by content: equal exactly when two definitions compute the same thing under the same name. */
    public String hash() {
        return sha256(content()).substring(0, HASH_DIGITS);
    }

    /** All that a value depends on; neither the sentence for people nor how long a value keeps fresh. */
    private String content() {
        return String.join(
                "\n",
                name,
                Integer.toString(version),
                grain.name(),
                unit,
                window.toString(),
                availabilityDelay.toString(),
                whenMissing.toString(),
                kernel,
                lines(parameters));
    }

    private static String lines(Map<String, String> parameters) {
        var lines = new StringBuilder();
        parameters.forEach((name, value) -> lines.append(name.length())
                .append(':')
                .append(name)
                .append('=')
                .append(value.length())
                .append(':')
                .append(value));
        return lines.toString();
    }

    static String sha256(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    @Override
    public String toString() {
        return id();
    }
}
