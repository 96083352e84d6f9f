package dev.storetwin.event;

/** What a claim says about a person. */
public enum ClaimKind {
    EMAIL,
    PHONE,
    NAME,
    ADDRESS,
    POSTAL_CODE,
    BIRTH_DATE,
    PLATFORM_ID,
    LOYALTY_ID,
    DEVICE,
    OTHER
}
