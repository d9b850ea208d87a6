#include "core/decision/plan_parcel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/geometry/operations.hpp"

namespace sise {
namespace {

/// What one part of a parcel's use says of its class.
struct PartClass {
  bool is_protected = true;
  TargetClass strictest = TargetClass::general_3;
  TargetClass mildest = TargetClass::general_3;
  ClassBasis basis;
  std::vector<std::string> needs;
  OpenClass open;
};

constexpr const char* kLandUseSource = "the plan's land-use code";

Text words_of(const LandUsePart& part) {
  return {part.code->code + part.suffix + " " + part.code->name, part.code->code + part.suffix + " " + part.code->name};
}

/// The mark of a class that a code gives whatever the size: of the code's row, and of the rule that ranks its use.
ClassBasis basis_of(const LandUsePart& part, const OccupancyTable& uses) {
  ClassBasis basis{words_of(part), uses.rule_id, part.scheme->source, part.code->confidence};
  const OccupancyUse* use = part.code->use.empty() ? nullptr : uses.find(part.code->use);
  if (use != nullptr && weakest(basis.confidence, use->confidence) != basis.confidence) {
    basis.confidence = use->confidence;
    basis.source = use->source;
  }
  return basis;
}

bool any_fact(const OccupancyUse& use, const Occupancy& facts) {
  ClassByOccupancy found;
  Occupancy asked = facts;
  asked.use = use.id;
  OccupancyTable alone;
  alone.uses = {use};
  found = class_by_occupancy(alone, asked);
  return found.needs.empty();
}

PartClass settled(TargetClass target_class, ClassBasis basis) {
  PartClass part;
  part.strictest = part.mildest = target_class;
  part.basis = std::move(basis);
  return part;
}

void append(Text& text, const Text& more) {
  text.en += more.en;
  text.zh += more.zh;
}

/// "assumed 38000 to 95000 m² of floor, 16000 to 57000 people".
Text words_of(const SizeRange& range) {
  Text text;
  const auto add = [&](double low, double high, const char* en, const char* zh) {
    const std::string numbers = low == high ? fmt::format("{:.0f}", low) : fmt::format("{:.0f}–{:.0f}", low, high);
    text.en += (text.en.empty() ? "" : ", ") + numbers + en;
    text.zh += (text.zh.empty() ? "" : "、") + numbers + zh;
  };
  if (range.high.floor_area_m2)
    add(*range.low.floor_area_m2, *range.high.floor_area_m2, " m² of floor", " m² 建筑面积");
  if (range.high.people) add(*range.low.people, *range.high.people, " people", " 人");
  return text;
}

/// The class from sizes that the parcel's area allows; nullopt where none are held.
std::optional<PartClass> by_area(const LandUsePart& land, const LandUseTable& table, const OccupancyTable& uses,
                                 double area_m2) {
  const std::optional<SizeRange> range = sizes_of(table, land.code->use, area_m2);
  if (!range) return std::nullopt;
  const ClassByOccupancy low = class_by_occupancy(uses, range->low);
  const ClassByOccupancy high = class_by_occupancy(uses, range->high);
  if (!low.target_class || !high.target_class) return std::nullopt;
  PartClass part;
  part.strictest = *high.target_class;
  part.mildest = *low.target_class;
  part.basis = high.basis;
  part.basis.confidence = weakest(high.basis.confidence, range->density->confidence);
  const Text sizes = words_of(*range);
  if (range->density->exact) {
    part.basis.how = {words_of(land).en + ": " + sizes.en + " (the parcel)",
                      words_of(land).zh + ":" + sizes.zh + "(地块)"};
    return part;
  }
  part.basis.how = {words_of(land).en + ", size not stated: assumed " + sizes.en + " by the parcel's area (" +
                        range->density->source + ")",
                    words_of(land).zh + ",规模未填:按地块面积假定 " + sizes.zh + "(" + range->density->source + ")"};
  part.open.assumed_density = true;
  part.open.use = land.code->use;
  part.needs = {"floor_area_m2", "people"};
  return part;
}

/// The strictest that the code allows, while nothing says which it is.
PartClass strictest_of(const LandUsePart& land, const OccupancyTable& uses, const Text& why) {
  PartClass part;
  part.strictest = land.code->target_class.value_or(TargetClass::general_1);
  part.basis = basis_of(land, uses);
  append(part.basis.how, why);
  part.open.use = land.code->use;
  part.needs = {"use"};
  return part;
}

PartClass by_size(const LandUsePart& land, const PlanParcel& parcel, const LandUseTable& table,
                  const OccupancyTable& uses) {
  const OccupancyUse* use = land.code->use.empty() ? nullptr : uses.find(land.code->use);
  const Text coarse{": the code covers several uses, judged by the strictest", ":该代码含多种用途,按最严判定"};
  if (use == nullptr) {
    PartClass part = strictest_of(land, uses, coarse);
    part.open.settles = {"name a finer code or the use", "请细化代码或填写用途"};
    return part;
  }
  Occupancy facts = parcel.facts;
  facts.use = use->id;
  std::optional<PartClass> part;
  if (any_fact(*use, facts)) {
    const ClassByOccupancy found = class_by_occupancy(uses, facts);
    if (found.target_class) {
      part = settled(*found.target_class, found.basis);
      part->basis.how = {words_of(land).en + ", " + found.basis.how.en, words_of(land).zh + "," + found.basis.how.zh};
    }
  }
  if (!part && area_m2(parcel.target.geometry) > 0.0)
    part = by_area(land, table, uses, area_m2(parcel.target.geometry));
  if (!part) {
    part = strictest_of(
        land, uses,
        {", size not stated: judged by the strictest class that it could have", ",规模未填:按可能的最严类别判定"});
  }
  if (land.code->coarse && land.code->target_class && *land.code->target_class < part->strictest) {
    part->strictest = *land.code->target_class;
    append(part->basis.how, coarse);
    part->open.settles = {"name a finer code", "请细化代码"};
  }
  return *part;
}

PartClass class_of(const LandUsePart& land, const PlanParcel& parcel, const LandUseTable& table,
                   const OccupancyTable& uses) {
  PartClass none;
  none.is_protected = false;
  none.basis = {words_of(land), "", land.scheme->source, land.code->confidence};
  switch (land.code->answer) {
    case LandAnswer::of_class:
      return settled(*land.code->target_class, basis_of(land, uses));
    case LandAnswer::by_size:
      return by_size(land, parcel, table, uses);
    case LandAnswer::none:
    case LandAnswer::unit:
    case LandAnswer::review:
      break;
  }
  return none;
}

ReviewCheck condition(const std::string& rule_id, const std::string& subject, const Text& rule, const Text& text) {
  ReviewCheck check;
  check.rule_id = rule_id;
  check.rule = rule;
  check.clause = rule;
  check.source = kLandUseSource;
  check.subject = subject;
  check.quantity = "land_use";
  check.passed = false;
  check.text = text;
  return check;
}

Text remark_of(const LandUsePart& land, const LandUseTable& table) {
  const LandUseRemark* remark = table.remark(land.code->remark);
  return remark == nullptr ? Text{} : remark->text;
}

void add_condition(const LandUsePart& land, const LandUseTable& table, Proposal& proposal) {
  if (land.code->answer != LandAnswer::unit) return;
  const Text words = words_of(land);
  const Text remark = remark_of(land, table);
  proposal.conditions.push_back(
      condition("sise.land_use.unit", proposal.target.id, {"land of a hazardous unit", "危险单元用地"},
                {"the land use " + words.en + " is a hazardous unit first, which this parcel does not describe" +
                     (remark.en.empty() ? ": propose it as a unit" : ": " + remark.en),
                 "用地“" + words.zh + "”首先是危险单元,地块未给出单元信息" +
                     (remark.zh.empty() ? ":请按危险单元申报" : ":" + remark.zh)}));
}

void note_land_use(const PlanParcel& parcel, Proposal& proposal) {
  LandUseNote note{parcel.written.code, parcel.written.name, {}, {}, false};
  for (const LandUsePart& part : parcel.land_use.parts) {
    note.scheme = part.scheme->id;
    note.meaning += (note.meaning.empty() ? "" : " + ") + words_of(part).zh;
  }
  if (proposal.open_class) note.assumed_density = proposal.open_class->assumed_density;
  proposal.land_use = note;
}

/// The strictest part speaks for the whole; of parts without a class the first.
const PartClass& governing(const std::vector<PartClass>& parts) {
  return *std::min_element(parts.begin(), parts.end(), [](const PartClass& a, const PartClass& b) {
    if (a.is_protected != b.is_protected) return a.is_protected;
    return a.is_protected && a.strictest < b.strictest;
  });
}

void take_class(const std::vector<PartClass>& parts, Proposal& proposal) {
  const PartClass& first = governing(parts);
  Target& target = proposal.target;
  target.is_protected = first.is_protected;
  target.target_class = first.strictest;
  target.class_basis = first.basis;
  if (!first.is_protected) return;
  // However mild its strictest part may turn out, the others stay what they are.
  TargetClass mildest = first.mildest;
  for (const PartClass& part : parts) {
    if (part.is_protected) mildest = std::min(mildest, part.mildest);
  }
  if (first.strictest < mildest || first.open.assumed_density) {
    proposal.open_class = first.open;
    proposal.open_class->mildest = mildest;
    target.class_assumed = first.strictest < mildest;
    target.class_needs = first.needs;
  }
  if (parts.size() > 1) {
    append(target.class_basis.how, {"; the strictest part of a mixed use", ";混合用地取最严"});
  }
}

/// A use that the layer states goes before the code, unless the code is of a stricter class.
void take_stated_use(const PlanParcel& parcel, const OccupancyTable& uses, Proposal& proposal) {
  const ClassByOccupancy found = class_by_occupancy(uses, parcel.facts);
  if (found.no_target) {
    if (!proposal.target.is_protected) proposal.target.class_basis = found.basis;
    return;
  }
  Target& target = proposal.target;
  const bool milder_code = !target.is_protected || proposal.open_class ||
                           found.target_class.value_or(TargetClass::general_3) <= target.target_class;
  if (!milder_code) return;
  target.is_protected = true;
  target.class_basis = found.basis;
  target.class_assumed = !found.target_class;
  target.target_class = found.target_class.value_or(found.strictest.value_or(TargetClass::general_1));
  target.class_needs = found.needs;
  proposal.open_class.reset();
  if (!target.class_assumed) return;
  proposal.open_class = OpenClass{TargetClass::general_3, parcel.facts.use, {}, false};
}

/// A class that the layer states settles what the land use leaves open, and may be stricter; where the land use allows none so
/// mild, it is passed over and said.
bool stated_class_holds(TargetClass stated, Proposal& proposal) {
  if (!proposal.target.is_protected) return true;
  const TargetClass by_use = proposal.target.target_class;
  if (stated <= (proposal.open_class ? proposal.open_class->mildest : by_use))
    return stated < by_use || proposal.open_class;
  const Text label = label_of(stated);
  const Text used = label_of(by_use);
  proposal.remarks.push_back(
      {"the class stated in the layer (" + label.en + ") is milder than the land use allows, judged as " + used.en,
       "图层给出的类别(" + label.zh + ")低于该用地应有的类别,按" + used.zh + "判定"});
  return false;
}

}  // namespace

Proposal proposal_of(const PlanParcel& parcel, const LandUseTable& table, const RulePack& rules) {
  Proposal proposal;
  proposal.target = parcel.target;
  std::vector<PartClass> parts;
  for (const LandUsePart& land : parcel.land_use.parts) {
    parts.push_back(class_of(land, parcel, table, rules.occupancy));
    add_condition(land, table, proposal);
    if (const Text remark = remark_of(land, table); !remark.en.empty() && land.code->answer != LandAnswer::unit)
      proposal.remarks.push_back(remark);
    proposal.use_open = proposal.use_open || land.code->answer == LandAnswer::review;
  }
  const TargetClass stated = parcel.target.target_class;
  if (!parts.empty()) take_class(parts, proposal);
  if (!parcel.facts.use.empty()) {
    if (parts.empty()) proposal.target.is_protected = false;
    take_stated_use(parcel, rules.occupancy, proposal);
    proposal.use_open = false;
  }
  if (parcel.class_stated && stated_class_holds(stated, proposal)) {
    proposal.target.is_protected = true;
    proposal.target.target_class = stated;
    proposal.target.class_basis = {{"stated in the layer", "图层中给出"}, "", "", Confidence::seen};
    proposal.target.class_assumed = false;
    proposal.open_class.reset();
    proposal.use_open = false;
  }
  note_land_use(parcel, proposal);
  proposal.occupancy = parcel.facts;
  if (proposal.occupancy.use.empty() && parcel.land_use.parts.size() == 1)
    proposal.occupancy.use = parcel.land_use.parts.front().code->use;
  return proposal;
}

}  // namespace sise
