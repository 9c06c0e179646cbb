import {
  ArrowDown as arrowDown,
  ArrowLeft as arrowLeft,
  ArrowRight as arrowRight,
  ArrowUp as arrowUp,
  Ban as ban,
  CalendarDays as calendarDays,
  CalendarPlus as calendarPlus,
  CameraOff as cameraOff,
  Check as check,
  ChevronDown as chevronDown,
  ChevronLeft as chevronLeft,
  ChevronRight as chevronRight,
  CircleAlert as circleAlert,
  CircleCheck as circleCheck,
  CircleDot as circleDot,
  CircleQuestionMark as circleQuestionMark,
  Clock as clock,
  Clock3 as clock3,
  CloudUpload as cloudUpload,
  Copy as copy,
  Download as download,
  Ellipsis as ellipsis,
  ExternalLink as externalLink,
  FilePen as filePen,
  Flashlight as flashlight,
  FlashlightOff as flashlightOff,
  History as history,
  Info as info,
  Keyboard as keyboard,
  Link2 as link2,
  LoaderCircle as loaderCircle,
  Lock as lock,
  LogOut as logOut,
  MailX as mailX,
  MapPin as mapPin,
  Maximize2 as maximize2,
  Monitor as monitor,
  Moon as moon,
  Paperclip as paperclip,
  Pause as pause,
  Pencil as pencil,
  Plus as plus,
  Printer as printer,
  Radio as radio,
  RotateCw as rotateCw,
  ScanLine as scanLine,
  ScanQrCode as scanQrCode,
  Search as search,
  Send as send,
  Settings as settings,
  Smartphone as smartphone,
  Star as star,
  Sun as sun,
  SunMoon as sunMoon,
  SwitchCamera as switchCamera,
  Trash2 as trash2,
  TriangleAlert as triangleAlert,
  Undo2 as undo2,
  User as user,
  UserCheck as userCheck,
  UserMinus as userMinus,
  UserPlus as userPlus,
  UserSearch as userSearch,
  Users as users,
  Volume2 as volume2,
  VolumeX as volumeX,
  WifiOff as wifiOff,
  X as x,
} from "lucide";
import { iconOf } from "./icon-of";

// The icons of the house, by their names in Lucide.
export const ArrowLeft = /* @__PURE__ */ iconOf(arrowLeft);
export const ArrowRight = /* @__PURE__ */ iconOf(arrowRight);
export const Ban = /* @__PURE__ */ iconOf(ban);
export const CalendarDays = /* @__PURE__ */ iconOf(calendarDays);
export const CalendarPlus = /* @__PURE__ */ iconOf(calendarPlus);
export const CameraOff = /* @__PURE__ */ iconOf(cameraOff);
export const Check = /* @__PURE__ */ iconOf(check);
export const ChevronDown = /* @__PURE__ */ iconOf(chevronDown);
export const ChevronLeft = /* @__PURE__ */ iconOf(chevronLeft);
export const ChevronRight = /* @__PURE__ */ iconOf(chevronRight);
export const CircleAlert = /* @__PURE__ */ iconOf(circleAlert);
export const CircleCheck = /* @__PURE__ */ iconOf(circleCheck);
export const CircleDot = /* @__PURE__ */ iconOf(circleDot);
export const CircleQuestionMark = /* @__PURE__ */ iconOf(circleQuestionMark);
export const Clock = /* @__PURE__ */ iconOf(clock);
export const Clock3 = /* @__PURE__ */ iconOf(clock3);
export const CloudUpload = /* @__PURE__ */ iconOf(cloudUpload);
export const Copy = /* @__PURE__ */ iconOf(copy);
export const Download = /* @__PURE__ */ iconOf(download);
export const Ellipsis = /* @__PURE__ */ iconOf(ellipsis);
export const ExternalLink = /* @__PURE__ */ iconOf(externalLink);
export const FilePen = /* @__PURE__ */ iconOf(filePen);
export const Flashlight = /* @__PURE__ */ iconOf(flashlight);
export const FlashlightOff = /* @__PURE__ */ iconOf(flashlightOff);
export const History = /* @__PURE__ */ iconOf(history);
export const Info = /* @__PURE__ */ iconOf(info);
export const Keyboard = /* @__PURE__ */ iconOf(keyboard);
export const Link2 = /* @__PURE__ */ iconOf(link2);
export const LoaderCircle = /* @__PURE__ */ iconOf(loaderCircle);
export const Lock = /* @__PURE__ */ iconOf(lock);
export const LogOut = /* @__PURE__ */ iconOf(logOut);
export const MailX = /* @__PURE__ */ iconOf(mailX);
export const MapPin = /* @__PURE__ */ iconOf(mapPin);
export const Maximize2 = /* @__PURE__ */ iconOf(maximize2);
export const Monitor = /* @__PURE__ */ iconOf(monitor);
export const Moon = /* @__PURE__ */ iconOf(moon);
export const Paperclip = /* @__PURE__ */ iconOf(paperclip);
export const Pause = /* @__PURE__ */ iconOf(pause);
export const Pencil = /* @__PURE__ */ iconOf(pencil);
export const Plus = /* @__PURE__ */ iconOf(plus);
export const Printer = /* @__PURE__ */ iconOf(printer);
export const Radio = /* @__PURE__ */ iconOf(radio);
export const RotateCw = /* @__PURE__ */ iconOf(rotateCw);
export const ScanLine = /* @__PURE__ */ iconOf(scanLine);
export const ScanQrCode = /* @__PURE__ */ iconOf(scanQrCode);
export const Search = /* @__PURE__ */ iconOf(search);
export const Send = /* @__PURE__ */ iconOf(send);
export const Settings = /* @__PURE__ */ iconOf(settings);
export const Smartphone = /* @__PURE__ */ iconOf(smartphone);
export const Star = /* @__PURE__ */ iconOf(star);
export const Sun = /* @__PURE__ */ iconOf(sun);
export const SunMoon = /* @__PURE__ */ iconOf(sunMoon);
export const SwitchCamera = /* @__PURE__ */ iconOf(switchCamera);
export const Trash2 = /* @__PURE__ */ iconOf(trash2);
export const TriangleAlert = /* @__PURE__ */ iconOf(triangleAlert);
export const Undo2 = /* @__PURE__ */ iconOf(undo2);
export const User = /* @__PURE__ */ iconOf(user);
export const UserCheck = /* @__PURE__ */ iconOf(userCheck);
export const UserMinus = /* @__PURE__ */ iconOf(userMinus);
export const UserPlus = /* @__PURE__ */ iconOf(userPlus);
export const UserSearch = /* @__PURE__ */ iconOf(userSearch);
export const ArrowDown = /* @__PURE__ */ iconOf(arrowDown);
export const ArrowUp = /* @__PURE__ */ iconOf(arrowUp);
export const Users = /* @__PURE__ */ iconOf(users);
export const Volume2 = /* @__PURE__ */ iconOf(volume2);
export const VolumeX = /* @__PURE__ */ iconOf(volumeX);
export const WifiOff = /* @__PURE__ */ iconOf(wifiOff);
export const X = /* @__PURE__ */ iconOf(x);
