package dev.storetwin.core.inventory.placement;

import dev.storetwin.core.inventory.placement.PlacementAnswer.Change;
import dev.storetwin.core.inventory.placement.PlacementAnswer.GivenUp;
import dev.storetwin.core.inventory.placement.PlacementAnswer.OpenSite;
import dev.storetwin.core.inventory.placement.PlacementAnswer.Placed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Chooses which sites to open and gives each customer to exactly one of them, within capacity, at least cost: the single-source capacitated facility
 * location problem, and with infinite capacities the uncapacitated one. Small cases are solved exactly; of large ones the answer says how far it may be
 * from the best. The same case and limits give the same answer, unless that says otherwise. Any thread may use it.
 */
public final class FacilityLocation {

    /** Of the work of an answer, what each answer to "what if" may take. */
    private static final int SHARE_OF_A_CHANGE = 10;

    private final PlacementLimits limits;

    public FacilityLocation(PlacementLimits limits) {
        this.limits = limits;
    }

    /** Where to stock, and whom to serve from where. */
    public PlacementAnswer place(PlacementCase given) {
        var numbers = Numbers.of(given);
        var obstacle = Obstacles.of(given, numbers);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        var work = new WorkWatchdog(limits);
        var search = new SiteSearch(numbers, work, limits.gap(), all(numbers.sites()), -1);
        search.run(Fixings.none(numbers));
        var best = search.best();
        if (best == null) {
            return search.bound() == Double.POSITIVE_INFINITY
                    ? Obstacles.packing(given, numbers)
                    : new GivenUp(!work.isCutShort(), "no placement was found before " + ending(work));
        }
        double bound = search.bound();
        boolean isBest = best.cost() - bound <= Math.max(limits.gap(), 1e-9) * Math.abs(best.cost());
        var reason = isBest
                ? "no other placement costs less"
                : "a placement may cost less, but none less than %.2f: the proof was not finished before %s"
                        .formatted(bound, ending(work));
        return placed(given, best, bound, !work.isCutShort(), reason);
    }

    /** The same, and what it would cost at best to close each open site or to open each closed one; each is a shorter search of its own. */
    public PlacementAnswer placeAndCompare(PlacementCase given) {
        var answer = place(given);
        if (!(answer instanceof Placed placed)) {
            return answer;
        }
        var numbers = Numbers.of(given);
        var changes = new ArrayList<Change>();
        for (int j = 0; j < numbers.sites(); j++) {
            changes.add(change(given, numbers, j, placed.siteOf().contains(j)));
        }
        return placed.withChanges(changes);
    }

    private Change change(PlacementCase given, Numbers numbers, int site, boolean isOpenNow) {
        var usable = all(numbers.sites());
        usable[site] = !isOpenNow;
        var fixings = Fixings.none(numbers);
        if (isOpenNow) {
            fixings.close(site);
        } else {
            fixings.open(site);
        }
        var work = new WorkWatchdog(limits.withWork(Math.max(1, limits.work() / SHARE_OF_A_CHANGE)));
        var search = new SiteSearch(numbers, work, limits.gap(), usable, isOpenNow ? -1 : site);
        search.run(fixings);
        var cost = search.best() == null ? OptionalDouble.empty() : OptionalDouble.of(search.cost());
        return new Change(given.sites().get(site).name(), !isOpenNow, cost, search.bound());
    }

    private static boolean[] all(int sites) {
        var all = new boolean[sites];
        Arrays.fill(all, true);
        return all;
    }

    private static String ending(WorkWatchdog work) {
        return work.isCutShort() ? "time was up" : "the limit of work was reached";
    }

    private static Placed placed(
            PlacementCase given, Assignment best, double bound, boolean isReproducible, String reason) {
        var sites = new ArrayList<OpenSite>();
        for (int j = 0; j < given.sites().size(); j++) {
            if (best.count[j] > 0) {
                sites.add(openSite(given, best, j));
            }
        }
        var siteOf = Arrays.stream(best.site).boxed().toList();
        return new Placed(sites, siteOf, best.cost(), bound, List.of(), isReproducible, reason);
    }

    private static OpenSite openSite(PlacementCase given, Assignment best, int site) {
        var customers = new ArrayList<String>();
        double load = 0;
        double serving = 0;
        for (int i = 0; i < best.site.length; i++) {
            if (best.site[i] == site) {
                customers.add(given.customers().get(i).name());
                load += given.customers().get(i).demand();
                serving += given.cost(i, site);
            }
        }
        var open = given.sites().get(site);
        return new OpenSite(open.name(), customers, load, open.capacity(), open.openingCost(), serving);
    }
}
