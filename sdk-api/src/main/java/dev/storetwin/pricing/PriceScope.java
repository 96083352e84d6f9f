package dev.storetwin.pricing;

import java.util.Locale;

/**
 * Which things a price rule is about.
 *
 * @param by   what they have in common
 * @param name of it; empty for everything
 */
public record PriceScope(By by, String name) {

    public static final PriceScope EVERYTHING = new PriceScope(By.EVERYTHING, "");

    /** What things can have in common. */
    public enum By {
        EVERYTHING,
        /** One thing, in all its channels. */
        SERIES,
        /** A price family, such as the colours of a shirt. */
        FAMILY,
        CATEGORY,
        CHANNEL,
        REGION
    }

    public PriceScope {
        if (name.isBlank() != (by == By.EVERYTHING)) {
            throw new IllegalArgumentException("""
                    A scope by %s has the name '%s'.
                    Maybe PriceScope.EVERYTHING is meant: only that has none.""".formatted(by, name));
        }
    }

    public static PriceScope series(String name) {
        return new PriceScope(By.SERIES, name);
    }

    public static PriceScope family(String name) {
        return new PriceScope(By.FAMILY, name);
    }

    public static PriceScope category(String name) {
        return new PriceScope(By.CATEGORY, name);
    }

    public static PriceScope channel(String name) {
        return new PriceScope(By.CHANNEL, name);
    }

    public static PriceScope region(String name) {
        return new PriceScope(By.REGION, name);
    }

    @Override
    public String toString() {
        return by == By.EVERYTHING ? "*" : by.name().toLowerCase(Locale.ROOT) + ":" + name;
    }
}
