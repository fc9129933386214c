package org.covigie.bot.whatsapp;

import org.covigie.bot.messaging.Trouble;

/** What Twilio's codes mean (twilio.com/docs/api/errors, twilio.com/docs/whatsapp/api/error-code-mapping). Pure. */
final class Codes {
    private Codes() {}

    static Trouble trouble(String code) {
        return switch (code) {
            case "63014" -> Trouble.BLOCKED;
            case "21610" -> Trouble.OPTED_OUT;
            case "63003", "63024" -> Trouble.VANISHED;
            case "21211", "21614" -> Trouble.WRONG_ADDRESS;
            // Meta chose not to deliver: an experiment, a limit on marketing, a country where it is not allowed
            case "63032", "63049" -> Trouble.WITHHELD;
            case "63016" -> Trouble.WINDOW;
            case "63018", "63017", "20429", "21611", "30001" -> Trouble.RATE;
            case "63013", "63019", "63021", "63052", "21602", "21617", "21619", "21620", "21655", "21656", "21658" ->
                Trouble.CONTENT;
            case "63007", "63020", "63022", "20003", "20005", "20404", "21212", "21603", "21606", "21609" ->
                Trouble.SETTINGS;
            case "63005", "63010", "63012", "63025", "20500", "30007" -> Trouble.PROVIDER;
            default -> Trouble.OTHER;
        };
    }

    /** Whether Twilio refuses the account itself, so that no message can be to blame. */
    static boolean accountRefused(Answer.Failure.Denied denied) {
        Integer code = denied.code();
        return denied.status() == 401 || code != null && (code == 20003 || code == 20005);
    }

    /** Whether a template made here is gone or spoilt at Twilio. */
    static boolean templateGone(Answer.Failure.Denied denied) {
        Integer code = denied.code();
        return denied.status() < 500 && code != null && (code == 21655 || code == 21656);
    }

    /** Whether it is these words that do not go into a template; others may. */
    static boolean templateUnfit(Answer.Failure.Denied denied) {
        Integer code = denied.code();
        return denied.status() < 500 && code != null && (code == 63013 || code == 63021);
    }
}
