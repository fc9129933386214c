package org.covigie.bot.telegram;

import java.util.List;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.telegram.TelegramWriter.Written;
import org.telegram.telegrambots.meta.api.methods.groupadministration.ApproveChatJoinRequest;
import org.telegram.telegrambots.meta.api.methods.groupadministration.BanChatMember;
import org.telegram.telegrambots.meta.api.methods.groupadministration.CreateChatInviteLink;
import org.telegram.telegrambots.meta.api.methods.groupadministration.DeclineChatJoinRequest;
import org.telegram.telegrambots.meta.api.methods.groupadministration.RevokeChatInviteLink;
import org.telegram.telegrambots.meta.api.methods.groupadministration.UnbanChatMember;
import org.telegram.telegrambots.meta.api.methods.pinnedmessages.PinChatMessage;
import org.telegram.telegrambots.meta.api.methods.pinnedmessages.UnpinChatMessage;
import org.telegram.telegrambots.meta.api.methods.polls.SendPoll;
import org.telegram.telegrambots.meta.api.methods.polls.StopPoll;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.objects.polls.input.InputPollOption;

/** Writes what the bot does with a group: who comes in, who is put out, and what people are asked there. Pure. */
final class GroupCalls {
    /** core.telegram.org/bots/api#createchatinvitelink. */
    private static final int MOST_NAME = 32;

    private GroupCalls() {}

    /** Everybody who follows the link has to be let in; so the number of those who may follow it has no bound. */
    static Written invitation(Outgoing.Invitation invitation) {
        CreateChatInviteLink method = new CreateChatInviteLink(invitation.to().id());
        method.setName(Markup.cut(invitation.name(), MOST_NAME));
        method.setExpireDate((int) Math.clamp(invitation.expires().getEpochSecond(), 0, Integer.MAX_VALUE));
        method.setCreatesJoinRequest(true);
        return new Written.Ready(Call.of(method));
    }

    static Written invitationEnd(Outgoing.InvitationEnd end) {
        return new Written.Ready(Call.of(new RevokeChatInviteLink(end.to().id(), end.link())));
    }

    static Written admission(Outgoing.Admission admission) {
        String chat = admission.to().id();
        Long person = Ids.number(admission.person().id());
        if (person == null) {
            return new Written.Unfit("person-invalid");
        }
        return new Written.Ready(admission.admitted()
                ? Call.of(new ApproveChatJoinRequest(chat, person))
                : Call.of(new DeclineChatJoinRequest(chat, person)));
    }

    /** Without only_if_banned, unbanning would put out somebody who is in the group. */
    static Written removal(Outgoing.Removal removal) {
        String chat = removal.to().id();
        Long person = Ids.number(removal.person().id());
        if (person == null) {
            return new Written.Unfit("person-invalid");
        }
        if (removal.removed()) {
            return new Written.Ready(Call.of(new BanChatMember(chat, person)));
        }
        UnbanChatMember method = new UnbanChatMember(chat, person);
        method.setOnlyIfBanned(true);
        return new Written.Ready(Call.of(method));
    }

    /** core.telegram.org/bots/api#deletemessage: the bot must be an administrator with the right to delete messages. */
    static Written deletion(Outgoing.Deletion deletion) {
        Integer id = Ids.message(deletion.message());
        return id == null
                ? new Written.Unfit("message-id-invalid")
                : new Written.Ready(Call.of(new DeleteMessage(deletion.to().id(), id)));
    }

    /** core.telegram.org/bots/api#pinchatmessage: the bot must be an administrator with the right to pin messages. */
    static Written pin(Outgoing.Pin pin) {
        Integer id = Ids.message(pin.message());
        if (id == null) {
            return new Written.Unfit("message-id-invalid");
        }
        String chat = pin.to().id();
        return new Written.Ready(pin.pinned()
                ? Call.of(PinChatMessage.builder().chatId(chat).messageId(id).disableNotification(true).build())
                : Call.of(UnpinChatMessage.builder().chatId(chat).messageId(id).build()));
    }

    /** Anonymous is what Telegram takes when nothing is said, so it is always said. */
    static Written poll(Outgoing.Poll poll) {
        List<InputPollOption> options = poll.options().stream().map(InputPollOption::new).toList();
        SendPoll method = new SendPoll(poll.to().id(), poll.question(), options);
        method.setIsAnonymous(poll.anonymous());
        method.setAllowMultipleAnswers(poll.several());
        method.setMessageThreadId(Ids.topic(poll.topic()));
        return new Written.Ready(Call.of(method));
    }

    static Written pollEnd(Outgoing.PollEnd end) {
        Integer id = Ids.message(end.message());
        return id == null
                ? new Written.Unfit("message-id-invalid")
                : new Written.Ready(Call.of(new StopPoll(end.to().id(), id)));
    }
}
