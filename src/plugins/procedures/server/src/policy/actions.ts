// Owns the permission actions that Strapi's role editor shows for this plugin, and the roles that are made of them.
// They open pages and routes by kind only; whose records a person may see is for policy/decide.ts.

export interface PermissionAction {
  section: 'plugins';
  pluginName: 'procedures';
  uid: string;
  subCategory: string;
  displayName: string;
}

const action = (uid: string, subCategory: string, displayName: string): PermissionAction => ({
  section: 'plugins',
  pluginName: 'procedures',
  uid,
  subCategory,
  displayName,
});

/** For `actionProvider.registerMany` in the plugin's bootstrap. */
export const permissionActions: readonly PermissionAction[] = [
  action('tasks.read', 'work', 'Xem và làm công việc được giao'),
  action('boards.read', 'work', 'Xem bàn điều hành và trả lời đôn đốc'),
  action('boards.write', 'settings', 'Sửa ngưỡng báo tắc của bàn điều hành'),
  action('cases.read', 'work', 'Xem hồ sơ theo phạm vi đơn vị'),
  action('cases.start', 'work', 'Lập hồ sơ mới'),
  action('templates.read', 'work', 'Xem và in biểu mẫu'),
  action('templates.write', 'settings', 'Sửa biểu mẫu, thể thức và số văn bản'),
  action('duty.read', 'work', 'Trực ban: báo động, lịch trực, giao ca'),
  action('duty.write', 'settings', 'Cấu hình báo động và danh sách liên hệ'),
  action('calendar.read', 'settings', 'Xem lịch làm việc và quy tắc hạn'),
  action('calendar.write', 'settings', 'Sửa lịch làm việc'),
  action('clock-rules.write', 'settings', 'Sửa quy tắc hạn và chế độ báo cáo'),
  action('packages.read', 'packages', 'Xem quy trình'),
  action('packages.write', 'packages', 'Sửa, kiểm tra và phát hành quy trình'),
  action('operations.read', 'operations', 'Xem vận hành'),
  action('operations.write', 'operations', 'Xử lý sự cố vận hành'),
  action('notifications.read', 'work', 'Xem thông báo của mình'),
  action('notifications.write', 'settings', 'Cấu hình thông báo, e-mail và webhook'),
  action('connections.write', 'settings', 'Cấu hình kết nối tới hệ thống khác'),
  action('people.read', 'people', 'Xem đơn vị và phân công'),
  action('people.write', 'people', 'Quản lý đơn vị, chức vụ và tài khoản'),
  action('identities.read', 'work', 'Niêm phong danh tính: xem và làm theo phần được giao'),
  action('audit.read', 'audit', 'Đọc và kiểm tra nhật ký'),
  action('case-audit.read', 'audit', 'Xem ai đã đọc và thay đổi một hồ sơ'),
  action('integration.read', 'integration', 'Xem mã truy cập của hệ thống ngoài'),
  action('integration.write', 'integration', 'Đề nghị mã truy cập cho hệ thống ngoài'),
  action('integration.approve', 'integration', 'Duyệt mã truy cập của đơn vị mình đứng đầu'),
  action('reconciliation.read', 'integration', 'Đối chiếu danh sách với hệ thống ngoài'),
];

export const permissionUid = (uid: string) => `plugin::procedures.${uid}`;

export const STAFF_ROLE = 'procedures-staff';
export const ADMINISTRATOR_ROLE = 'procedures-admin';
export const AUDITOR_ROLE = 'procedures-auditor';

/** Strapi's Super Admin holds every permission and cannot be restricted, so it counts as an administrator: no content. */
export const ADMINISTRATOR_ROLES: readonly string[] = [ADMINISTRATOR_ROLE, 'strapi-super-admin'];

export interface RoleDefinition {
  code: string;
  name: string;
  description: string;
  actions: readonly string[];
}

export const roleDefinitions: readonly RoleDefinition[] = [
  {
    code: STAFF_ROLE,
    name: 'Cán bộ xử lý công việc',
    description: 'Works on tasks and cases within the reach of the positions held.',
    actions: [
      'notifications.read',
      'tasks.read',
      'boards.read',
      'cases.read',
      'case-audit.read',
      'cases.start',
      'duty.read',
      'templates.read',
      'calendar.read',
      'packages.read',
      'integration.read',
      'integration.approve',
      'reconciliation.read',
      'people.read',
      'identities.read',
    ],
  },
  {
    code: ADMINISTRATOR_ROLE,
    name: 'Quản trị quy trình',
    description: 'Manages procedures, calendars, clock rules and operations; sees no content of cases.',
    actions: [
      'boards.write',
      'templates.read',
      'templates.write',
      'notifications.read',
      'notifications.write',
      'connections.write',
      'duty.write',
      'calendar.read',
      'calendar.write',
      'clock-rules.write',
      'packages.read',
      'packages.write',
      'operations.read',
      'operations.write',
      'integration.read',
      'integration.write',
      'people.read',
      'people.write',
      'identities.read',
    ],
  },
  {
    code: AUDITOR_ROLE,
    name: 'Kiểm tra nhật ký',
    description: 'Reads and verifies the audit chain; sees no content of cases.',
    actions: ['notifications.read', 'audit.read', 'case-audit.read', 'calendar.read'],
  },
];
