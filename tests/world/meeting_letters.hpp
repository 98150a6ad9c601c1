// For tests: a group that meets, with letters that left and what was answered behind their links.
#pragma once

#include "platform/mail/outbox.hpp"
#include "tests/world/meeting_world.hpp"
#include "workgroups/invitations/invitation.hpp"

namespace world {

struct WithLetters : MeetingWorld {
    std::vector<mail::Letter> letters() {
        auto lease = office.database().read();
        std::vector<mail::Letter> all;
        for (auto& one : lease->all<mail::QueuedLetter>("SELECT * FROM letters ORDER BY created_at, id")) {
            all.push_back(mail::whole(*lease, one));
            // Lines of calendars are folded.
            for (auto& part : all.back().attachments)
                for (auto at = part.bytes.find("\r\n "); at != part.bytes.npos; at = part.bytes.find("\r\n "))
                    part.bytes.erase(at, 3);
        }
        return all;
    }
    mail::Letter last_to(const std::string& email) {
        mail::Letter found;
        for (auto& one : letters())
            if (one.to == email) found = one;
        return found;
    }
    http::Response send(const workgroups::Meeting& meeting, const std::string& words = "") {
        later(office.clock().now() + std::chrono::minutes{1});
        auto lease = office.database().read();
        auto sent = std::to_string(workgroups::convenings_of(*lease, meeting.id).size());
        return office.post(office.eva, at(meeting, "/svolat"),
                           {{"krok", "poslat"}, {"slova", words}, {"rozeslano", sent}});
    }
    static std::string link_in(const mail::Letter& letter) {
        auto begin = letter.text.find("/ucast/");
        return letter.text.substr(begin, letter.text.find_first_of(" \n", begin) - begin);
    }
    std::optional<std::string> reply_of(const workgroups::Meeting& meeting, const std::string& name) {
        auto id = planner(name);
        auto lease = office.database().read();
        auto invitation = workgroups::find_invitation(*lease, meeting.id, id);
        return invitation ? invitation->reply : std::nullopt;
    }
};

}
