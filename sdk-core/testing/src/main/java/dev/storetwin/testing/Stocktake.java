package dev.storetwin.testing;

import dev.storetwin.core.random.Draws;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** The cycle count: every shelf once in thirty days, after hours. What is missing or turns up is booked just before. */
final class Stocktake {

    private static final int CYCLE = 30;

    /** A few microseconds past a full second, where nothing else ever happens. */
    private static final LocalTime AFTER_HOURS = LocalTime.of(22, 30).plus(250, ChronoUnit.MICROS);

    private final ShopSettings settings;
    private final Assortment assortment;
    private final Agenda agenda;
    private final Shelves shelves;
    private final Draws draws;

    Stocktake(ShopSettings settings, Assortment assortment, Agenda agenda, Shelves shelves) {
        this.settings = settings;
        this.assortment = assortment;
        this.agenda = agenda;
        this.shelves = shelves;
        this.draws = Draws.of(settings.seed());
    }

    void schedule(LocalDate day) {
        var booked = day.atTime(AFTER_HOURS).atZone(settings.zone()).toInstant();
        for (var depot : assortment.depots()) {
            for (var article : assortment.articles()) {
                boolean due = Math.floorMod(article.index() + 7L * depot.index() + day.toEpochDay(), (long) CYCLE) == 0;
                if (due && assortment.isStocked(article, depot)) {
                    count(article.sku(), depot.node(), booked, day);
                }
            }
        }
    }

    private void count(Sku sku, NodeId node, Instant booked, LocalDate day) {
        double chance =
                draws.keyed("stocktake@" + node, sku.value(), day.toEpochDay()).nextDouble();
        agenda.at(booked, () -> correct(sku, node, chance));
        agenda.at(booked.plus(250, ChronoUnit.MICROS), () -> shelves.count(sku, node));
    }

    private void correct(Sku sku, NodeId node, double chance) {
        if (chance < .03 && shelves.free(sku, node) > 0) {
            shelves.adjust(sku, node, -1, "missing at stocktake");
        } else if (chance > .99) {
            shelves.adjust(sku, node, 1, "found at stocktake");
        }
    }
}
