package dev.storetwin.core.platform;

import dev.storetwin.platform.PayloadTranslator;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.Receipt;
import dev.storetwin.platform.SignatureCheck;
import dev.storetwin.platform.SignatureVerifier;
import dev.storetwin.platform.Translation;
import dev.storetwin.type.Source;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A platform's adapter as its inbox asks it. An adapter throws for no message; what one throws all the same is an answer about that
 * message, and what the exception says goes nowhere, since it may hold what the message says.
 *
 * @param verifier   asked before a message is kept, when there is one
 * @param translator tells what messages say; called by one thread at a time
 */
public record PlatformAdapter(Source source, Optional<SignatureVerifier> verifier, PayloadTranslator translator) {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformAdapter.class);

    boolean verifies() {
        return verifier.isPresent();
    }

    /** Why a message must not be kept; empty when it may be. What could not be checked may be true, and may come again. */
    Optional<Receipt> objection(PlatformMessage message) {
        if (verifier.isEmpty()) {
            return Optional.empty();
        }
        try {
            var check = Objects.requireNonNull(verifier.get().verify(message), "check");
            return check instanceof SignatureCheck.Rejected rejected
                    ? Optional.of(new Receipt.Rejected(rejected.reason()))
                    : Optional.empty();
        } catch (Throwable broken) {
            LOG.error("The verifier of {} failed at a message: {}", source, Fault.words(broken));
            return Optional.of(new Receipt.Busy("The signature could not be checked: the verifier failed (%s)."
                    .formatted(broken.getClass().getSimpleName())));
        }
    }

    Translation translate(Letter letter) {
        try {
            return Objects.requireNonNull(translator.translate(letter.message()), "translation");
        } catch (Throwable broken) {
            LOG.error("The translator of {} failed at message {}: {}", source, letter.number(), Fault.words(broken));
            return new Translation.Quarantined(
                    "The translator failed: " + broken.getClass().getSimpleName(), "$");
        }
    }
}
