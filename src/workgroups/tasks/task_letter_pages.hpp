// The page behind the link of a reminding letter: all tasks of one person, each with „hotovo“ and a note, one button
// for all.  Opening it changes nothing, since scanners of mail open it too.
#pragma once

#include "platform/html/choice.hpp"
#include "platform/html/parts.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/tasks/task_letters.hpp"
#include "workgroups/tasks/task_list.hpp"
#include "workgroups/tasks/task_view.hpp"

namespace workgroups {

struct LetterTask {
    Task task;
    std::string group{};
    html::Tag tag{html::Tag::run, ""};
    bool ticked = false;
    std::string note{};

    std::string field(const char* what) const { return std::string{what} + "." + to_text(task.id); }
    static void each_field(auto& one, auto& visit) {
        visit("text", one.task.body), visit("due_on", one.task.due_on), visit("group", one.group);
    }
};

struct TaskLetterPage {
    std::string name{};
    std::vector<LetterTask> tasks{};
    std::string token{}, form_token{};
    Date valid_to{};
    std::string problem{};

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("tasks", page.tasks), visit("problem", page.problem); }
    void write(html::Out&) const;
};

struct TaskLetterGonePage {
    std::string contact_email;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("contact_email", page.contact_email); }
    void write(html::Out&) const;
};

struct TaskLetterThanksPage {
    bool off = false;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("letters_off", page.off); }
    void write(html::Out&) const;
};

http::Response show_task_letter(const http::Request&, Permit<may::AnswerTaskLetter>);
http::Response answer_task_letter(const http::Request&, Permit<may::AnswerTaskLetter>);

}
