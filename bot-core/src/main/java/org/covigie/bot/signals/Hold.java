package org.covigie.bot.signals;

/** A reason why a draft may not be published yet. */
public enum Hold {
    /** Its author has not accepted to be relayed. */
    AUTHOR_CONSENT,
    /** The check found something that may identify a patient. */
    PATIENT_DATA,
    /** It belongs on the official drug-safety portal first. */
    DRUG_REACTION
}
