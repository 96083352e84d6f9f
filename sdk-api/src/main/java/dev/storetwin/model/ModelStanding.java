package dev.storetwin.model;

import java.util.List;
import java.util.Optional;

/**
 * Which models stand for a name: the one in use, those it took over from, and the one that wants its place.
 *
 * @param champions  the present one last; empty before the first promotion
 * @param challenger watched beside the champion, not acted on
 */
public record ModelStanding(List<ModelAddress> champions, Optional<ModelAddress> challenger) {

    public static final ModelStanding NONE = new ModelStanding(List.of(), Optional.empty());

    public ModelStanding {
        champions = List.copyOf(champions);
    }

    public Optional<ModelAddress> champion() {
        return champions.isEmpty() ? Optional.empty() : Optional.of(champions.get(champions.size() - 1));
    }
}
