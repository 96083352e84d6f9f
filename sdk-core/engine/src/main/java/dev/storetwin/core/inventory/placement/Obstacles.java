package dev.storetwin.core.inventory.placement;

import dev.storetwin.core.inventory.placement.PlacementAnswer.Impossible;
import java.util.List;
import java.util.Optional;

/** Why a case can have no placement: what is seen before any search, and what only the search can tell. */
final class Obstacles {

    private Obstacles() {}

    static Optional<Impossible> of(PlacementCase given, Numbers numbers) {
        for (int i = 0; i < numbers.customers(); i++) {
            var stranded = stranded(given, numbers, i);
            if (stranded.isPresent()) {
                return stranded;
            }
        }
        double room =
                given.sites().stream().mapToDouble(PlacementCase.Site::capacity).sum();
        double missing = numbers.totalDemand() - room;
        return missing <= numbers.slack()
                ? Optional.empty()
                : Optional.of(new Impossible(
                        List.of("the demand of all customers", "the capacities of all sites"),
                        List.of("%s more capacity".formatted(missing), "%s less demand".formatted(missing)),
                        "all customers together want %s, all sites together have room for %s"
                                .formatted(numbers.totalDemand(), room)));
    }

    /** A customer whom no site reaches, or who is too large for each that does. */
    private static Optional<Impossible> stranded(PlacementCase given, Numbers numbers, int customer) {
        double largest = -1;
        String name = "";
        for (int j = 0; j < numbers.sites(); j++) {
            if (Double.isFinite(given.cost(customer, j)) && given.sites().get(j).capacity() > largest) {
                largest = given.sites().get(j).capacity();
                name = given.sites().get(j).name();
            }
        }
        var who = given.customers().get(customer);
        if (largest < 0) {
            return Optional.of(new Impossible(
                    List.of("customer %s is served".formatted(who.name()), "no site reaches it"),
                    List.of("a cost for serving it from some site"),
                    "no site can serve customer %s".formatted(who.name())));
        }
        if (who.demand() <= largest + numbers.slack()) {
            return Optional.empty();
        }
        return Optional.of(new Impossible(
                List.of(
                        "customer %s is served from one site".formatted(who.name()),
                        "the capacity of site %s".formatted(name)),
                List.of(
                        "%s more capacity at site %s".formatted(who.demand() - largest, name),
                        "customer %s in several parts".formatted(who.name())),
                "customer %s wants %s, and the largest site that can serve it, %s, has room for %s"
                        .formatted(who.name(), who.demand(), name, largest)));
    }

    /** Each customer fits somewhere and all fit together, yet no way to put each in one place was left. */
    static Impossible packing(PlacementCase given, Numbers numbers) {
        double room =
                given.sites().stream().mapToDouble(PlacementCase.Site::capacity).sum();
        return new Impossible(
                List.of(
                        "each customer is served from one site",
                        "the capacities of the sites",
                        "who can be served from where"),
                List.of(
                        "more capacity at one of the sites",
                        "a customer in several parts",
                        "a further site for some customers"),
                "all customers together want %s of %s, but they cannot be shared out among the sites without dividing one"
                        .formatted(numbers.totalDemand(), room));
    }
}
