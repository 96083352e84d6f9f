package dev.storetwin.testing;

import dev.storetwin.core.random.Draw;
import dev.storetwin.event.Claim;
import dev.storetwin.event.ClaimKind;
import dev.storetwin.event.ConsentChanged;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.IdentityClaimed;
import dev.storetwin.identity.SubjectTokens;
import dev.storetwin.type.SubjectId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Shoppers by name: invented people who tell who they are with their first order. */
final class Customers {

    private static final double ALLOWS_MARKETING = .6;
    private static final double CHANGES_THEIR_MIND = .05;
    private static final String MARKETING = "marketing";

    private final Agenda agenda;
    private final ShopLog log;
    private final Function<String, Draw> fates;
    private final SubjectTokens tokens = SubjectTokens.recognisable();
    private final Map<Integer, SubjectId> known = new HashMap<>();

    Customers(Agenda agenda, ShopLog log, Function<String, Draw> fates) {
        this.agenda = agenda;
        this.log = log;
        this.fates = fates;
    }

    SubjectId greet(int number) {
        var subject = known.get(number);
        return subject == null ? register(number) : subject;
    }

    private SubjectId register(int number) {
        var platformId = "shopper-" + number;
        var subject = tokens.token(ShopLog.SHOP, platformId).orElseThrow();
        known.put(number, subject);
        var claims = List.of(
                Claim.of(ClaimKind.PLATFORM_ID, platformId),
                Claim.of(ClaimKind.EMAIL, platformId + "@example.invalid"),
                Claim.of(ClaimKind.NAME, "Shopper Number " + number));
        log.write(new IdentityClaimed(log.header(EntityKind.SUBJECT, subject.value()), subject, claims));
        consent(subject, fates.apply(platformId));
        return subject;
    }

    private void consent(SubjectId subject, Draw fate) {
        if (!fate.nextBoolean(ALLOWS_MARKETING)) {
            return;
        }
        consent(subject, true);
        if (fate.nextBoolean(CHANGES_THEIR_MIND)) {
            var later = Duration.ofDays(5 + fate.nextInt(120)).plusSeconds(fate.nextInt(30_000));
            agenda.at(agenda.now().plus(later), () -> consent(subject, false));
        }
    }

    private void consent(SubjectId subject, boolean granted) {
        var header = log.header(EntityKind.CONSENT, subject + ":" + MARKETING);
        log.write(new ConsentChanged(header, subject, MARKETING, granted));
    }
}
