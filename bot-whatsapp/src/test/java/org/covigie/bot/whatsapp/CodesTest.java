package org.covigie.bot.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.Message;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Receipt;
import org.covigie.bot.messaging.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            63016, 400, WINDOW, Refused
            63003, 400, VANISHED, Gone
            63024, 400, VANISHED, Gone
            63014, 400, BLOCKED, Gone
            21610, 400, OPTED_OUT, Gone
            21211, 400, WRONG_ADDRESS, Gone
            21614, 400, WRONG_ADDRESS, Gone
            63018, 400, RATE, Later
            63017, 429, RATE, Later
            20429, 429, RATE, Later
            30001, 400, RATE, Later
            21611, 429, RATE, Later
            63013, 400, CONTENT, Refused
            63021, 400, CONTENT, Refused
            21617, 400, CONTENT, Refused
            21658, 400, CONTENT, Refused
            63007, 400, SETTINGS, Refused
            63020, 400, SETTINGS, Refused
            20003, 401, SETTINGS, Later
            20404, 404, SETTINGS, Refused
            63005, 400, PROVIDER, Refused
            63010, 500, PROVIDER, Unknown
            63012, 400, PROVIDER, Refused
            63019, 400, CONTENT, Refused
            63025, 400, PROVIDER, Refused
            20500, 500, PROVIDER, Unknown
            30007, 400, PROVIDER, Refused
            63032, 400, WITHHELD, Refused
            63049, 400, WITHHELD, Refused
            99999, 418, OTHER, Refused
            """)
    void table_3_6_each_code_has_its_meaning(int code, int status, Trouble trouble, String outcome) {
        assertThat(Codes.trouble(Integer.toString(code))).isEqualTo(trouble);
        Outcome made = Outcomes
                .of(new Answer.Failed<Message>(new Answer.Failure.Denied(status, code, null)));
        assertThat(made.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(made.toString()).contains(Integer.toString(code));
    }

    @Test
    void trap_3_6_permanent_refusals_for_different_reasons_are_told_apart() {
        assertThat(java.util.stream.Stream.of("63024", "63032", "21610", "21211").map(Codes::trouble))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            sent, , SENT
            delivered, , DELIVERED
            read, , READ
            READ, , READ
            failed, 63016, FAILED
            undelivered, 63024, FAILED
            """)
    void trap_3_4_each_status_that_tells_something_is_a_receipt(String status, String code, Receipt.State state) {
        Form form = new Form(java.util.Map.of("MessageSid", Twilio.sid("9"), "MessageStatus", status, "ErrorCode",
                code == null ? "" : code));
        assertThat(Statuses.of(form)).isEqualTo(new Receipt(Twilio.sid("9"), state, code));
    }

    @Test
    void trap_3_4_read_is_told_by_the_kind_of_event_too() {
        assertThat(Statuses.of(new Form(java.util.Map.of("MessageSid", Twilio.sid("9"), "MessageStatus", "delivered",
                "EventType", "READ")))).isEqualTo(new Receipt(Twilio.sid("9"), Receipt.State.READ, null));
    }

    @Test
    void trap_3_4_a_code_that_is_no_number_is_not_kept() {
        assertThat(Statuses.of(new Form(java.util.Map.of("MessageSid", Twilio.sid("9"), "MessageStatus", "failed",
                "ErrorCode", "Léa")))).isEqualTo(new Receipt(Twilio.sid("9"), Receipt.State.FAILED, "failed"));
        assertThat(Statuses.of(new Form(java.util.Map.of("MessageStatus", "failed")))).isNull();
    }
}
