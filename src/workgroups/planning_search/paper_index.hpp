// The words of papers in memory, beside the other texts of planning.  What was read once does not change, so a save of
// anything else costs nothing here; the texts themselves stay sealed in the database until one is shown.
#pragma once

#include "platform/db/database.hpp"
#include "platform/keys/key_room.hpp"
#include "platform/search/index.hpp"
#include "workgroups/meetings/agenda_paper.hpp"

#include <memory>
#include <set>

namespace workgroups {

struct PaperLayer {
    std::vector<Uuid> papers;    // by their number in the index
    std::optional<search::Index> index{};
    std::size_t bytes = 0;    // of their texts
};
using PaperLayers = std::vector<std::shared_ptr<const PaperLayer>>;

// Small layers grow together into greater ones, so that there are few, and no text is indexed many times.
class PaperIndex {
public:
    explicit PaperIndex(keys::KeyRoom& keys) : keys_{keys} {}

    // All that was read, as this session sees it; perhaps also more: whether a paper is still there, others know.  For
    // one thread at a time.
    PaperLayers current(db::Session&);

private:
    std::vector<Id<AgendaPaper>> unknown_papers(db::Session&, Instant& newest) const;

    keys::KeyRoom& keys_;
    PaperLayers layers_;
    std::set<Uuid> known_;
    Instant newest_{};    // reading
};

}
