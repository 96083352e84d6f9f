package dev.storetwin.core.identity;

import dev.storetwin.core.crypto.Vault;
import dev.storetwin.identity.SubjectTokens;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;

/** Tokens that say nothing to anybody without the vault. The same customer has the same one for as long as the vault's keys live. */
public record KeyedTokens(Vault vault) implements SubjectTokens {

    @Override
    public SubjectId tokenOf(Source source, String customerId) {
        return SubjectId.of("s-" + vault.token(source.value(), customerId));
    }
}
