#include "gis_io/write/sheets/context_look.hpp"

namespace sise {

ContextLook look_of(ContextKind kind) {
  switch (kind) {
    case ContextKind::settlements:
      return {{217, 210, 197}, {{190, 182, 168}, 0.3}};
    case ContextKind::roads:
      return {{168, 162, 154}, {{168, 162, 154}, 0.9}};
    case ContextKind::water:
      return {{181, 213, 234}, {{127, 179, 213}, 0.6}};
    case ContextKind::boundaries:
      return {{}, {{107, 107, 107}, 0.7, {5.0, 2.5, 1.0, 2.5}}, false};
    case ContextKind::names:
      break;
  }
  return {{82, 96, 109}, {{82, 96, 109}, 0.3}};
}

}  // namespace sise
