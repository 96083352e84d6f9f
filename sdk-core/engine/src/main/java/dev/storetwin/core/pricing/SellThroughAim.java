package dev.storetwin.core.pricing;

import java.util.Locale;
import java.util.Optional;

/**
 * A markdown that sells as large a share as was wished, or says what stops it.
 *
 * @param trial  with the prices to ask
 * @param reason what the wish led to; empty without one
 */
record SellThroughAim(MarkdownTrial trial, Optional<String> reason) {

    private static final int HALVINGS = 6;
    private static final double DEAR = 3;

    /** The least weight on what is left that sells enough, found by halving. */
    static SellThroughAim of(MarkdownBasis basis) {
        var ladder = basis.ladder();
        var free = MarkdownTrial.of(basis, ladder, 0);
        var wish = basis.question().wish().sellThrough();
        if (wish.isEmpty() || ladder.size() == 1 || basis.supply() == 0) {
            return new SellThroughAim(
                    free,
                    wish.stream()
                            .mapToObj(it ->
                                    "No sell-through can be aimed at: there is one price only, or nothing to sell")
                            .findFirst());
        }
        double share = wish.getAsDouble();
        double freeShare = share(free);
        if (freeShare >= share) {
            return new SellThroughAim(free, Optional.of(said("%s by what pays best anyhow", freeShare, share)));
        }
        double dear = DEAR * basis.present().toDouble();
        var most = free.withWeight(dear);
        double mostShare = share(most);
        return mostShare < share
                ? new SellThroughAim(most, Optional.of(missed(basis, free, most, mostShare, share)))
                : reached(basis, free, most, share);
    }

    private static SellThroughAim reached(
            MarkdownBasis basis, MarkdownTrial free, MarkdownTrial dearest, double share) {
        var enough = dearest;
        double low = 0;
        double high = dearest.weight();
        for (int halving = 0; halving < HALVINGS; halving++) {
            var middle = free.withWeight((low + high) / 2);
            if (share(middle) >= share) {
                enough = middle;
                high = middle.weight();
            } else {
                low = middle.weight();
            }
        }
        var costs = worth(free) - worth(enough);
        return new SellThroughAim(
                enough,
                Optional.of(said(
                        "%s; that costs " + money(costs, basis) + " against what pays best", share(enough), share)));
    }

    private static String missed(
            MarkdownBasis basis, MarkdownTrial free, MarkdownTrial most, double reached, double share) {
        var lowest = most.ladder().get(most.ladder().size() - 1);
        double atLowest = most.sellThrough(most.kept(lowest));
        var stops = !most.isFree()
                ? "the price may not move now (moves left, or days since the last change)"
                : atLowest < share
                        ? String.format(
                                Locale.ROOT,
                                "even the lowest price %s from today on sells %.0f %%: a lower one, more time or less stock is needed",
                                lowest,
                                100 * atLowest)
                        : "too few moves, or too many days between them";
        return said(
                "%s, and no more: " + stops + ". It costs " + money(worth(free) - worth(most), basis)
                        + " against what pays best",
                reached,
                share);
    }

    private static String said(String how, double reached, double wished) {
        var sold = String.format(Locale.ROOT, "%.0f %% are expected to be sold", 100 * reached);
        return String.format(Locale.ROOT, "Of %.0f %% wished, ", 100 * wished) + how.replace("%s", sold);
    }

    private static String money(double amount, MarkdownBasis basis) {
        return String.format(
                Locale.ROOT,
                "%.2f %s",
                Math.max(0, amount),
                basis.present().currency().getCurrencyCode());
    }

    private static double share(MarkdownTrial trial) {
        return trial.sellThrough(trial.outlook(trial.best()));
    }

    private static double worth(MarkdownTrial trial) {
        return trial.worth(trial.outlook(trial.best()));
    }
}
