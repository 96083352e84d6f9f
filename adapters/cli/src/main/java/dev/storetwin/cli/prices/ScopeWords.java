package dev.storetwin.cli.prices;

import dev.storetwin.core.pricing.plan.PricedItem.Traits;
import dev.storetwin.pricing.PriceScope;
import dev.storetwin.pricing.PriceScope.By;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads what a rule is about, by the names that the products have. */
final class ScopeWords {

    private static final int SHOWN = 8;
    private static final Map<String, By> KINDS = Map.of(
            "series", By.SERIES,
            "sku", By.SERIES,
            "product", By.SERIES,
            "item", By.SERIES,
            "family", By.FAMILY,
            "category", By.CATEGORY,
            "group", By.CATEGORY,
            "channel", By.CHANNEL,
            "region", By.REGION);
    private static final List<By> NAMED = List.of(By.SERIES, By.FAMILY, By.CATEGORY, By.CHANNEL, By.REGION);

    private final List<Traits> products;
    private final Map<By, TreeSet<String>> names = new EnumMap<>(By.class);

    ScopeWords(Collection<Traits> products) {
        this.products = List.copyOf(products);
        for (var by : NAMED) {
            names.put(by, new TreeSet<>());
            products.forEach(it -> add(by, name(it, by)));
        }
    }

    private void add(By by, String name) {
        if (!name.isBlank()) {
            of(by).add(name);
        }
    }

    private Set<String> of(By by) {
        return names.getOrDefault(by, new TreeSet<>());
    }

    /** Says what is wrong with a scope. */
    static final class Unknown extends Exception {

        private static final long serialVersionUID = 1;

        private final String hint;

        Unknown(String what, String hint) {
            super(what);
            this.hint = hint;
        }

        String what() {
            return String.valueOf(getMessage());
        }

        String hint() {
            return hint;
        }
    }

    PriceScope read(String text) throws Unknown {
        var word = text.strip();
        if (word.isEmpty() || word.equals("*") || word.toLowerCase(Locale.ROOT).matches("all|everything|global|shop")) {
            return PriceScope.EVERYTHING;
        }
        int colon = word.indexOf(':');
        var kind = colon < 0
                ? Optional.<By>empty()
                : Optional.ofNullable(KINDS.get(RuleWords.plain(word.substring(0, colon))));
        if (kind.equals(Optional.of(By.CATEGORY))
                && word.substring(colon + 1).strip().equals("*")) {
            return PriceScope.EVERYTHING; // as elasticities are called of all series together
        }
        return kind.isPresent() ? typed(kind.get(), word.substring(colon + 1).strip()) : bare(word);
    }

    private PriceScope typed(By by, String name) throws Unknown {
        var known = found(by, name);
        if (known.isEmpty()) {
            throw unknown("there is no %s '%s' among the products.".formatted(word(by), name), name, List.of(by));
        }
        return new PriceScope(by, known.get());
    }

    private PriceScope bare(String name) throws Unknown {
        var meant = new ArrayList<PriceScope>();
        for (var by : NAMED) {
            found(by, name).ifPresent(it -> meant.add(new PriceScope(by, it)));
        }
        if (meant.isEmpty()) {
            throw unknown(
                    "'%s' is no series, family, category, channel or region of the products.".formatted(name),
                    name,
                    NAMED);
        }
        if (meant.size() > 1 && !areSame(meant)) {
            throw new Unknown(
                    "'%s' is more than one thing: %s.".formatted(name, meant),
                    "write which one, such as %s.".formatted(meant.get(0)));
        }
        return meant.get(0);
    }

    /** A group of one is called as the one that is in it: whichever is meant, the same products are. */
    private boolean areSame(List<PriceScope> scopes) {
        return scopes.stream().map(this::members).distinct().count() == 1;
    }

    private Set<Traits> members(PriceScope scope) {
        return products.stream()
                .filter(it -> name(it, scope.by()).equals(scope.name()))
                .collect(Collectors.toSet());
    }

    private static String name(Traits traits, By by) {
        return switch (by) {
            case EVERYTHING -> "";
            case SERIES -> traits.series();
            case FAMILY -> traits.family();
            case CATEGORY -> traits.category();
            case CHANNEL -> traits.channel();
            case REGION -> traits.region();
        };
    }

    /** As it is spelled, or else as the only one that differs in case alone. */
    private Optional<String> found(By by, String name) {
        if (of(by).contains(name)) {
            return Optional.of(name);
        }
        var alike = of(by).stream().filter(it -> it.equalsIgnoreCase(name)).toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    private Unknown unknown(String what, String name, List<By> kinds) {
        var known = kinds.stream().flatMap(it -> of(it).stream()).distinct().toList();
        var near = Nearest.to(name, known).map("%s is meant. "::formatted).orElse("it is spelled otherwise there. ");
        var some = known.stream().limit(SHOWN).toList();
        var more = known.size() > SHOWN ? " and %d more".formatted(known.size() - SHOWN) : "";
        return new Unknown(
                what,
                near
                        + (known.isEmpty()
                                ? "The products name none."
                                : "There are * and %s%s.".formatted(String.join(", ", some), more)));
    }

    private static String word(By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }
}
