package dev.storetwin.core.platform;

import dev.storetwin.core.state.KnownThing;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.SourceVersion;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.Listing;
import dev.storetwin.platform.Pulled;
import dev.storetwin.platform.ReconciliationPlan;
import dev.storetwin.type.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what a complete list no longer names.
 *
 * <p>How it works: all entities of all pages are noted. At the end of the list everything that the twin knows of the platform, that did not
 * change lately and that was not named is gone; what an earlier sweep took for gone and the list names again is restored. A list with a part
 * that could not be read removes nothing, nor does one that would make too much vanish at once.
 */
final class Sweep {

    private final Listing listing;
    private final Source source;
    private final ReconciliationPlan plan;
    private final Instant begunAt;
    private final Set<Entity> named = new HashSet<>();
    private boolean hasGaps;

    Sweep(Listing listing, Source source, ReconciliationPlan plan, Instant begunAt) {
        this.listing = listing;
        this.source = source;
        this.plan = plan;
        this.begunAt = begunAt;
    }

    void note(Pulled.Page page) {
        page.present().stream()
                .filter(it -> listing.swept().contains(it.kind()))
                .forEach(named::add);
        hasGaps |= !page.unreadable().isEmpty();
    }

    /** Whether it belongs to a reading that began at this moment, and so has seen it from its first page on. */
    boolean isOf(Instant moment) {
        return begunAt.equals(moment);
    }

    /**
     * What follows from the list.
     *
     * @param events   removals and their retractions
     * @param withheld things that were not removed although the list lacks them
     * @param reasons  why
     */
    record Result(List<TwinEvent> events, long withheld, List<String> reasons) {}

    Result result(KnownThings known) {
        var events = new ArrayList<TwinEvent>();
        var reasons = new ArrayList<String>();
        long withheld = 0;
        for (var kind : new TreeSet<>(listing.swept())) {
            var things = known.of(kind, source);
            restored(things, events);
            var gone = things.stream().filter(this::isGone).toList();
            var there = things.stream().filter(KnownThing::isThere).count();
            var objection = objection(kind, gone.size(), there);
            if (objection.isEmpty()) {
                gone.forEach(it -> events.add(Removals.of(it.entity(), header(it))));
            } else {
                withheld += gone.size();
                reasons.add(objection);
            }
        }
        return new Result(events, withheld, reasons);
    }

    /** What changed within the margin may be missing only because the list lags behind. */
    private boolean isGone(KnownThing thing) {
        return thing.isThere()
                && !named.contains(thing.entity())
                && thing.changedAt().isBefore(begunAt.minus(plan.margin()));
    }

    private String objection(EntityKind kind, int gone, long known) {
        if (gone == 0) {
            return "";
        }
        if (hasGaps) {
            return "%d of %d (%s) are not in the list, and parts of it could not be read: none is removed."
                    .formatted(gone, known, kind);
        }
        if (named.stream().noneMatch(it -> it.kind() == kind)) {
            return "The list names nothing (%s) where %d were known: none is removed.\nMaybe a permission is missing."
                    .formatted(kind, known);
        }
        if (gone > plan.vanishingFew() && gone > plan.vanishingMost() * known) {
            return """
                    %d of %d (%s) are not in the list, more than may vanish at once (%d or %s): none is removed.
                    Maybe the list was filtered; if they are gone indeed, run once with a plan that lets more vanish.""".formatted(gone, known, kind, plan.vanishingFew(), plan.vanishingMost());
        }
        return "";
    }

    private Removals.Header header(KnownThing thing) {
        var version = thing.version();
        if (listing.versionedByTime()) {
            // Later than any news that may still be under way, earlier than any that is yet to happen.
            var latest = SourceVersion.at(begunAt.minus(plan.margin()));
            version = latest.compareTo(version) > 0 ? latest : version;
        }
        return new Removals.Header(source, version, begunAt);
    }

    private void restored(List<KnownThing> things, List<TwinEvent> events) {
        for (var thing : things) {
            thing.removal()
                    .filter(it -> Removals.isSwept(it) && named.contains(thing.entity()))
                    .ifPresent(it -> events.add(Removals.retraction(thing.entity(), it, begunAt)));
        }
    }

    static long count(List<TwinEvent> events, boolean retractions) {
        return events.stream()
                .filter(it -> it instanceof EventRetracted == retractions)
                .count();
    }
}
