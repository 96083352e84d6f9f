package dev.storetwin.core.inventory.placement;

import java.util.List;
import java.util.OptionalDouble;

/** What became of a {@link PlacementCase}: always one of these, with its reason. */
public sealed interface PlacementAnswer {

    /** For people. */
    String reason();

    /**
     * A placement.
     *
     * @param sites          those that are open, in the order of the case
     * @param siteOf         for each customer its site, by their places in the case
     * @param cost           of opening and serving
     * @param bound          no placement costs less
     * @param changes        what it would cost at best to decide otherwise about one site; empty unless asked for
     * @param isReproducible whether work rather than the clock ended the search
     */
    record Placed(
            List<OpenSite> sites,
            List<Integer> siteOf,
            double cost,
            double bound,
            List<Change> changes,
            boolean isReproducible,
            String reason)
            implements PlacementAnswer {

        public Placed {
            sites = List.copyOf(sites);
            siteOf = List.copyOf(siteOf);
            changes = List.copyOf(changes);
        }

        /** How far the cost may be above the best, relative to the bound. */
        public double gap() {
            return cost <= bound ? 0 : (cost - bound) / Math.max(1e-9, Math.abs(bound));
        }

        /** The same with answers to what if. */
        public Placed withChanges(List<Change> others) {
            return new Placed(sites, siteOf, cost, bound, others, isReproducible, reason);
        }
    }

    /**
     * A site to stock at.
     *
     * @param name        as in the case
     * @param customers   names of those it serves
     * @param load        their demand
     * @param capacity    its room
     * @param openingCost of stocking there at all
     * @param servingCost of all that it serves
     */
    record OpenSite(
            String name, List<String> customers, double load, double capacity, double openingCost, double servingCost) {

        public OpenSite {
            customers = List.copyOf(customers);
        }
    }

    /**
     * The next best when one site is decided otherwise.
     *
     * @param site   its name
     * @param isOpen whether it is open then
     * @param cost   of the best placement found; empty when there is none, or none was found
     * @param bound  no such placement costs less; infinite when there is none
     */
    record Change(String site, boolean isOpen, OptionalDouble cost, double bound) {}

    /**
     * No placement can be.
     *
     * @param together what cannot hold together, in words
     * @param easings  ways out, each enough for what it speaks of
     */
    record Impossible(List<String> together, List<String> easings, String reason) implements PlacementAnswer {

        public Impossible {
            together = List.copyOf(together);
            easings = List.copyOf(easings);
        }
    }

    /** None was found, and it was not proved that there is none. */
    record GivenUp(boolean isReproducible, String reason) implements PlacementAnswer {}
}
